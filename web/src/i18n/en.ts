import core from './en/core.json';

/** Every sentence of the client in English, area by area as in Chinese. */
const en = { ...core };
export default en;
