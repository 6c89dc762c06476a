import {
  IconBuildingCommunity,
  IconChartDots3,
  IconFileText,
  IconInbox,
  IconListDetails,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { Right } from '../access/rights.ts'

/** The places of the desk in the order of a day's work; each is shown to those who may go there. */
export const PLACES = [
  { to: '/', name: 'overview', right: 'progress.read', Icon: IconChartDots3 },
  { to: '/services', name: 'services', right: 'progress.read', Icon: IconListDetails },
  { to: '/requests', name: 'requests', right: 'progress.read', Icon: IconFileText },
  { to: '/packages', name: 'packages', right: 'packages.read', Icon: IconInbox },
  { to: '/register', name: 'register', right: 'register.read', Icon: IconBuildingCommunity },
  { to: '/suppliers', name: 'suppliers', right: 'suppliers.manage', Icon: IconUsersGroup },
] as const satisfies readonly { to: string; name: string; right: Right; Icon: unknown }[]
