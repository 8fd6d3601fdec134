import { describeKills } from './describe-kills.ts';
import { BACKGROUND_PLOT } from './plot.ts';

describeKills(BACKGROUND_PLOT);
