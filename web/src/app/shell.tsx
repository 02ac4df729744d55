import { LogoutOutlined, MenuOutlined, SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useMessages } from '../i18n/use-messages';
import { Bell } from '../notices/bell';
import { signOut, useUser } from '../session/session';
import { SignInAgain } from '../session/sign-in-again';
import { KeysDialog } from '../ui/keys-dialog';
import { PageSkeleton } from '../ui/page-skeleton';
import { useShortcuts } from '../ui/use-shortcuts';
import { LanguageSwitch } from './language-switch';
import { placeOf, placesOf } from './navigation';
import { ThemeSwitch } from './theme-switch';
import styles from './shell.module.css';

const QuickSearch = lazy(async () => ({ default: (await import('../search/quick-search')).QuickSearch }));

/** The frame of every page: menu, who is signed in, and the page. */
export function Shell() {
  const { say } = useMessages();
  const user = useUser();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const [isMenuOpen, setMenuOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const places = placesOf(user.role);
  const current = placeOf(path, places);
  useEffect(() => setMenuOpen(false), [path]);
  const [dialog, setDialog] = useState<'search' | 'keys'>();
  const close = () => setDialog(undefined);
  useShortcuts(
    {
      '?': () => setDialog('keys'),
      '/': () => main.current?.querySelector<HTMLInputElement>('[role=search] input')?.focus(),
    },
    dialog === undefined,
  );
  useEffect(() => {
    const search = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setDialog('search');
    };
    window.addEventListener('keydown', search);
    return () => window.removeEventListener('keydown', search);
  }, []);
  const leave = async () => {
    await signOut();
    window.location.assign('/sign-in');
  };
  return (
    <div className={styles.shell}>
      <a
        className={styles.skip}
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {say('app.skip')}
      </a>
      <header className={`${styles.side} ${isMenuOpen ? styles.open : ''} no-print`}>
        <div className={styles.brand}>
          <img src="/mark.svg" alt="" width={24} height={24} />
          <strong>{say('app.name')}</strong>
          <Button
            className={styles.menuButton}
            type="text"
            aria-label={say('app.menu')}
            aria-expanded={isMenuOpen}
            icon={<MenuOutlined />}
            onClick={() => setMenuOpen(!isMenuOpen)}
          />
        </div>
        <button type="button" className={styles.search} onClick={() => setDialog('search')}>
          <SearchOutlined aria-hidden />
          <span>{say('search.title')}</span>
          <kbd aria-hidden>Ctrl K</kbd>
        </button>
        <nav className={styles.nav} aria-label={say('app.menu')}>
          {places.map((place) => (
            <Link
              key={place.to}
              to={place.to}
              className={styles.place}
              data-begins={place.begins}
              aria-current={place === current ? 'page' : undefined}
            >
              {say(place.label)}
            </Link>
          ))}
        </nav>
        <div className={styles.who}>
          <Link to="/account" className={styles.name} title={say('account.title')}>
            <span>{user.name}</span>
            <small>{say(`role.${user.role}`)}</small>
          </Link>
          <div className={styles.tools}>
            <Bell />
            <LanguageSwitch />
            <ThemeSwitch />
            <Button
              type="text"
              size="small"
              aria-label={say('app.signOut')}
              title={say('app.signOut')}
              icon={<LogoutOutlined />}
              onClick={() => void leave()}
            />
          </div>
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      {dialog === 'search' && (
        <Suspense>
          <QuickSearch onClose={close} />
        </Suspense>
      )}
      <KeysDialog open={dialog === 'keys'} onClose={close} />
      <SignInAgain />
    </div>
  );
}
