import { CloseOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import type { RecordSearch } from '../app/searches';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import type { Kind } from './kinds';
import { dropView, isShown, readViews, saveView } from './saved-views';
import styles from './record-list.module.css';

/** Filters kept under a name, in this browser. */
export function ViewsMenu({ kind, search }: { kind: Kind; search: RecordSearch }) {
  const { say } = useMessages();
  const { id } = useUser();
  const [views, setViews] = useState(() => readViews(id, kind));
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const save = () => {
    const called = name.trim();
    if (called === '') return;
    setViews(saveView(id, kind, { name: called, search }));
    setName('');
  };
  const shown = views.find((view) => isShown(view, search));
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={setOpen}
      content={
        <div className={styles.views}>
          {views.length === 0 && <p>{say('records.noViews')}</p>}
          <ul>
            {views.map((view) => (
              <li key={view.name}>
                <Link
                  to={`/${kind}`}
                  search={view.search}
                  aria-current={view === shown}
                  onClick={() => setOpen(false)}
                >
                  {view.name}
                </Link>
                <Button
                  type="text"
                  size="small"
                  icon={<CloseOutlined />}
                  aria-label={say('records.dropView', { name: view.name })}
                  onClick={() => setViews(dropView(id, kind, view.name))}
                />
              </li>
            ))}
          </ul>
          <form
            onSubmit={(event) => {
              event.preventDefault();
              save();
            }}
          >
            <Input
              size="small"
              value={name}
              maxLength={40}
              aria-label={say('records.viewName')}
              placeholder={say('records.viewName')}
              onChange={(event) => setName(event.target.value)}
            />
            <Button size="small" htmlType="submit" disabled={name.trim() === ''}>
              {say('action.save')}
            </Button>
          </form>
          <small>{say('records.viewsHere')}</small>
        </div>
      }
    >
      <Button>{shown ? shown.name : say('records.views')}</Button>
    </Popover>
  );
}
