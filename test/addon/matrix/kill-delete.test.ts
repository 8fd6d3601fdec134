import { describeKills } from './describe-kills.ts';
import { DELETE_PLOT } from './plot.ts';

describeKills(DELETE_PLOT);
