import { describeKills } from './describe-kills.ts';
import { MENU_PLOT } from './plot.ts';

describeKills(MENU_PLOT);
