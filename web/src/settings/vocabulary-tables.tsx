import { Input } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useMessages } from '../i18n/use-messages';
import { wordFor } from '../i18n/word-for';
import { Nothing } from '../ui/nothing';
import { useVocabularies } from '../vocabulary/vocabularies';
import { matching } from './vocabulary-search';
import styles from './settings.module.css';

/** Codes and labels as they are published; they change only with a release. */
export function VocabularyTables() {
  const { say } = useMessages();
  const vocabularies = useVocabularies();
  const [q, setQ] = useState('');
  const nameOf = (name: string) => wordFor('vocabulary', name, say);
  const found = matching(vocabularies, useDeferredValue(q), nameOf);
  return (
    <>
      <p className={styles.lead}>{say('setup.vocabulariesLead')}</p>
      <Input.Search
        allowClear
        className={styles.search}
        aria-label={say('setup.vocabularySearch')}
        placeholder={say('setup.vocabularySearch')}
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      {found.length === 0 && <Nothing why={say('list.nothing')} />}
      {found.map(({ name, terms }) => (
        <details key={name} className={styles.vocabulary} open={q !== ''}>
          <summary>
            {nameOf(name)} <code>{name}</code> {say('setup.terms', { count: terms.length })}
          </summary>
          <table className={styles.table}>
            <tbody>
              {terms.map(({ code, zh, en }) => (
                <tr key={code}>
                  <th scope="row">
                    <code>{code}</code>
                  </th>
                  <td lang="zh-CN">{zh}</td>
                  <td lang="en">{en}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ))}
    </>
  );
}
