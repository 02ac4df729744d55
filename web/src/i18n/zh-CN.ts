import core from './zh-CN/core.json';

/** Every sentence of the client in Chinese: the words used everywhere, then a file for each area. */
const zh = { ...core };
export default zh;
