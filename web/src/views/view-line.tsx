import { CloseOutlined, EditOutlined, TeamOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { sentenceOf } from '../i18n/sentence-of';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { changeView, dropView, type SavedView, saveView, type ViewedList } from './saved-views';

interface Props {
  list: ViewedList;
  view: SavedView;
  isShown: boolean;
  onFollow: () => void;
}

/** One view: followed, and when it is the reader's own renamed, shown to the park and deleted. */
export function ViewLine({ list, view, isShown, onFollow }: Props) {
  const { say } = useMessages();
  const { message } = App.useApp();
  const { parkIds } = useUser();
  const [name, setName] = useState<string>();
  const attempt = async (act: () => Promise<void>) => {
    try {
      await act();
    } catch (error) {
      void message.error(sentenceOf(error, say));
    }
  };
  const rename = () => {
    setName(undefined);
    if (name?.trim() && name.trim() !== view.name) void attempt(() => changeView(list, view.id, { name }));
  };
  const drop = () =>
    attempt(async () => {
      await dropView(list, view.id);
      void message.info(
        <>
          {say('views.dropped', { name: view.name })}{' '}
          <Button
            type="link"
            size="small"
            onClick={() => {
              message.destroy();
              void attempt(() =>
                saveView({ list, name: view.name, filter: view.filter, shared: view.shared }),
              );
            }}
          >
            {say('views.bringBack')}
          </Button>
        </>,
      );
    });
  if (name !== undefined)
    return (
      <li>
        <Input
          size="small"
          autoFocus
          maxLength={40}
          value={name}
          aria-label={say('views.rename', { name: view.name })}
          onChange={(event) => setName(event.target.value)}
          onPressEnter={rename}
          onBlur={rename}
        />
      </li>
    );
  return (
    <li>
      <Link to={`/${list}`} search={view.filter} aria-current={isShown} onClick={onFollow}>
        <bdi>{view.name}</bdi>
        {view.owner !== null && <small>{say('views.sharedBy', { owner: view.owner })}</small>}
      </Link>
      {view.owner === null && (
        <span>
          {parkIds.length > 0 && (
            <Button
              type="text"
              size="small"
              icon={<TeamOutlined />}
              aria-pressed={view.shared}
              aria-label={say('views.share', { name: view.name })}
              title={say(view.shared ? 'views.isShared' : 'views.isOwn')}
              onClick={() => void attempt(() => changeView(list, view.id, { shared: !view.shared }))}
            />
          )}
          <Button
            type="text"
            size="small"
            icon={<EditOutlined />}
            aria-label={say('views.rename', { name: view.name })}
            onClick={() => setName(view.name)}
          />
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined />}
            aria-label={say('views.drop', { name: view.name })}
            onClick={() => void drop()}
          />
        </span>
      )}
    </li>
  );
}
