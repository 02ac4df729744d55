import { Button, Input, Select } from 'antd';
import { useMessages } from '../i18n/use-messages';
import type { PartProps } from './plan-head';
import { replaced, without } from './rows';
import styles from './plan.module.css';
import layout from '../ui/layout.module.css';

/** The plan's themes, and the tracks that its activities run on. */
export function TrackRows({ plan, onChange }: PartProps) {
  const { say } = useMessages();
  const { themes, tracks } = plan;
  const themeOptions = themes.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
  return (
    <section className={layout.card}>
      <h2>{say('plan.tracks')}</h2>
      <ul className={styles.rows} aria-label={say('plan.themes')}>
        {themes.map((theme, at) => (
          <li key={at}>
            <Input
              aria-label={say('plan.themeCode')}
              className={styles.short}
              value={theme.code}
              onChange={(event) =>
                onChange({ themes: replaced(themes, at, { ...theme, code: event.target.value }) })
              }
            />
            <Input
              aria-label={say('plan.theme')}
              placeholder={say('plan.theme')}
              value={theme.name}
              onChange={(event) =>
                onChange({ themes: replaced(themes, at, { ...theme, name: event.target.value }) })
              }
            />
            <Remove
              name={theme.name || theme.code}
              onRemove={() => onChange({ themes: without(themes, at) })}
            />
          </li>
        ))}
      </ul>
      <Button
        size="small"
        onClick={() =>
          onChange({ themes: [...themes, { code: String.fromCharCode(65 + themes.length), name: '' }] })
        }
      >
        {say('plan.addTheme')}
      </Button>
      <ul className={styles.rows} aria-label={say('plan.tracks')}>
        {tracks.map((track, at) => (
          <li key={at}>
            <Input
              aria-label={say('plan.trackCode')}
              className={styles.short}
              value={track.code}
              onChange={(event) =>
                onChange({ tracks: replaced(tracks, at, { ...track, code: event.target.value }) })
              }
            />
            <Input
              aria-label={say('plan.track')}
              placeholder={say('plan.track')}
              value={track.name}
              onChange={(event) =>
                onChange({ tracks: replaced(tracks, at, { ...track, name: event.target.value }) })
              }
            />
            <Select
              aria-label={say('plan.theme')}
              value={track.theme}
              options={themeOptions}
              onChange={(theme) => onChange({ tracks: replaced(tracks, at, { ...track, theme }) })}
              popupMatchSelectWidth={false}
            />
            <Remove
              name={track.name || track.code}
              onRemove={() => onChange({ tracks: without(tracks, at) })}
            />
          </li>
        ))}
      </ul>
      <Button
        size="small"
        disabled={themes.length === 0}
        onClick={() => {
          const theme = themes.at(-1)?.code ?? '';
          const count = tracks.filter((track) => track.theme === theme).length;
          onChange({ tracks: [...tracks, { code: `${theme}${count + 1}`, theme, name: '' }] });
        }}
      >
        {say('plan.addTrack')}
      </Button>
    </section>
  );
}

export function Remove({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { say } = useMessages();
  return (
    <Button size="small" type="text" aria-label={`${say('action.remove')} ${name}`} onClick={onRemove}>
      {say('action.remove')}
    </Button>
  );
}
