import { Input, Select } from 'antd';
import { useMessages } from '../i18n/use-messages';
import type { PartProps } from './plan-head';
import { Rows } from './rows';
import styles from './plan.module.css';
import layout from '../ui/layout.module.css';

/** The plan's themes, and the tracks that its activities run on. */
export function TrackRows({ plan, onChange }: PartProps) {
  const { say } = useMessages();
  const { themes, tracks } = plan;
  const nextTrack = () => {
    const theme = themes.at(-1)?.code ?? '';
    const count = tracks.filter((track) => track.theme === theme).length;
    return { code: `${theme}${count + 1}`, theme, name: '' };
  };
  return (
    <section className={layout.card}>
      <h2>{say('plan.tracks')}</h2>
      <Rows
        name={say('plan.themes')}
        rows={themes}
        nameOf={({ name, code }) => name || code}
        adds={say('plan.addTheme')}
        next={() => ({ code: String.fromCharCode(65 + themes.length), name: '' })}
        onChange={(rows) => onChange({ themes: rows })}
      >
        {(theme, change) => (
          <>
            <Input
              aria-label={say('plan.themeCode')}
              className={styles.short}
              value={theme.code}
              onChange={(event) => change({ code: event.target.value })}
            />
            <Input
              aria-label={say('plan.theme')}
              placeholder={say('plan.theme')}
              value={theme.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          </>
        )}
      </Rows>
      <Rows
        name={say('plan.tracks')}
        rows={tracks}
        nameOf={({ name, code }) => name || code}
        adds={say('plan.addTrack')}
        next={themes.length === 0 ? undefined : nextTrack}
        onChange={(rows) => onChange({ tracks: rows })}
      >
        {(track, change) => (
          <>
            <Input
              aria-label={say('plan.trackCode')}
              className={styles.short}
              value={track.code}
              onChange={(event) => change({ code: event.target.value })}
            />
            <Input
              aria-label={say('plan.track')}
              placeholder={say('plan.track')}
              value={track.name}
              onChange={(event) => change({ name: event.target.value })}
            />
            <Select
              aria-label={say('plan.theme')}
              value={track.theme}
              options={themes.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
              onChange={(theme) => change({ theme })}
              popupMatchSelectWidth={false}
            />
          </>
        )}
      </Rows>
    </section>
  );
}
