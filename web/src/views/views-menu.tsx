import { useQuery } from '@tanstack/react-query';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { Failure } from '../ui/failure';
import { filterOf, isShown, saveView, type ViewedList, viewsQuery } from './saved-views';
import { ViewLine } from './view-line';
import styles from './views-menu.module.css';

/** Filters of a list under a name: one's own, on every machine, and those the park shares. */
export function ViewsMenu({ list, search }: { list: ViewedList; search: object }) {
  const { say } = useMessages();
  const { id } = useUser();
  const { data: views = [] } = useQuery(viewsQuery(list, id));
  const [isOpen, setOpen] = useState(false);
  const filter = filterOf(search);
  const shown = views.find((view) => isShown(view, filter));
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={isOpen}
      onOpenChange={setOpen}
      content={
        <div className={styles.menu}>
          {views.length === 0 && <p>{say('views.none')}</p>}
          <ul>
            {views.map((view) => (
              <ViewLine
                key={view.id}
                list={list}
                view={view}
                isShown={view === shown}
                onFollow={() => setOpen(false)}
              />
            ))}
          </ul>
          <SaveForm list={list} filter={filter} />
        </div>
      }
    >
      <Button>{shown ? shown.name : say('views.title')}</Button>
    </Popover>
  );
}

function SaveForm({ list, filter }: { list: ViewedList; filter: ReturnType<typeof filterOf> }) {
  const { say } = useMessages();
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<unknown>();
  const isEmpty = Object.keys(filter).length === 0;
  const save = async () => {
    try {
      await saveView({ list, name, filter, shared: false });
      setName('');
      setFailure(undefined);
    } catch (error) {
      setFailure(error);
    }
  };
  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Input
          size="small"
          value={name}
          maxLength={40}
          disabled={isEmpty}
          aria-label={say('views.name')}
          placeholder={say('views.name')}
          onChange={(event) => setName(event.target.value)}
        />
        <Button size="small" htmlType="submit" disabled={isEmpty || name.trim() === ''}>
          {say('action.save')}
        </Button>
      </form>
      {isEmpty && <small>{say('views.nothingSet')}</small>}
      {failure !== undefined && <Failure error={failure} />}
    </>
  );
}
