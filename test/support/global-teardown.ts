import { finishSweeper } from './sweeper';

export default finishSweeper;
