import * as access from '../access/screens.ts'
import * as appeals from '../appeals/screens.ts'
import * as audit from '../audit/screens.ts'
import * as calendar from '../calendar/screens.ts'
import * as certification from '../certification/screens.ts'
import * as change from '../change/screens.ts'
import * as deadlines from '../deadlines/screens.ts'
import * as exchange from '../exchange/screens.ts'
import * as progress from '../progress/screens.ts'
import * as register from '../register/screens.ts'
import * as surveys from '../surveys/screens.ts'

/** What the contexts bring to the desk, in the order in which their places stand in the navigation. */
export const SCREENS = [
  progress,
  exchange,
  surveys,
  appeals,
  deadlines,
  change,
  certification,
  register,
  calendar,
  audit,
  access,
] as const
