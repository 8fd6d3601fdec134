import { describeKills } from './describe-kills.ts';
import { PUSH_BATCHES_PLOT } from './plot.ts';

describeKills(PUSH_BATCHES_PLOT);
