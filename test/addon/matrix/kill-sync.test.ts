import { describeKills } from './describe-kills.ts';
import { SYNC_PLOT } from './plot.ts';

describeKills(SYNC_PLOT);
