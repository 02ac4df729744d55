import MiniSearch from 'minisearch';
import { measurePeer } from './peer';

const index = new MiniSearch<{ id: number; text: string }>({
  fields: ['text'],
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term,
});

measurePeer({
  add: (id, tokens) => {
    index.add({ id, text: tokens.join(' ') });
  },
  search: (tokens) => index.search(tokens.join(' ')).slice(0, 50),
});
