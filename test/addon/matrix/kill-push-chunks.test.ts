import { describeKills } from './describe-kills.ts';
import { PUSH_CHUNKS_PLOT } from './plot.ts';

describeKills(PUSH_CHUNKS_PLOT);
