import core from './zh-CN/core.json';
import goals from './zh-CN/goals.json';
import matches from './zh-CN/matches.json';
import records from './zh-CN/records.json';

/** Every sentence of the client in Chinese: the words used everywhere, then a file for each area. */
const zh = { ...core, ...goals, ...matches, ...records };
export default zh;
