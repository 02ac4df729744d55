import TfIdf from 'natural/lib/natural/tfidf/tfidf';
import { measurePeer } from './peer';

const index = new TfIdf();

measurePeer({
  add: (_id, tokens) => {
    index.addDocument([...tokens]);
  },
  search: (tokens) => {
    const scores = index.tfidfs([...tokens]);
    return scores
      .map((score, number) => ({ score, number }))
      .sort((a, b) => b.score - a.score)
      .slice(0, 50);
  },
});
