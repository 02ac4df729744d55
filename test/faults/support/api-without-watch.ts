import { DatabaseWatch } from '../../../src/platform/database/database-watch';

// The web server as it would be if nothing asked whether the database is there.
DatabaseWatch.prototype.onApplicationBootstrap = () => undefined;
void import('../../../src/main.js');
