import core from './en/core.json';
import goals from './en/goals.json';
import matches from './en/matches.json';
import records from './en/records.json';

/** Every sentence of the client in English, area by area as in Chinese. */
const en = { ...core, ...goals, ...matches, ...records };
export default en;
