import {
  IconBuildingCommunity,
  IconCertificate,
  IconChartDots3,
  IconFileText,
  IconHistory,
  IconInbox,
  IconKey,
  IconListDetails,
  IconMessage2Star,
  IconSitemap,
  IconTable,
  IconUserShield,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { May, Right } from '../access/rights.ts'

/** The places of the desk in the order of a day's work; each is shown to those who may go there, the last to everyone. */
export const PLACES = [
  { to: '/', name: 'overview', right: 'progress.read', Icon: IconChartDots3 },
  { to: '/respondents', name: 'respondents', right: 'respondents.read', Icon: IconMessage2Star },
  { to: '/services', name: 'services', right: 'progress.read', Icon: IconListDetails },
  { to: '/requests', name: 'requests', right: 'requests.read', Icon: IconFileText },
  { to: '/packages', name: 'packages', right: 'packages.read', Icon: IconInbox },
  { to: '/register', name: 'register', right: 'register.read', Icon: IconBuildingCommunity },
  { to: '/lists', name: 'lists', right: 'lists.read', Icon: IconCertificate },
  { to: '/people', name: 'people', right: 'people.read', Icon: IconUsersGroup },
  { to: '/organisations', name: 'organisations', right: 'people.read', Icon: IconSitemap },
  { to: '/roles', name: 'roles', right: 'people.read', Icon: IconTable },
  { to: '/keys', name: 'keys', right: 'suppliers.read', Icon: IconKey },
  { to: '/audit', name: 'audit', right: 'audit.read', Icon: IconHistory },
  { to: '/access', name: 'ownAccess', right: null, Icon: IconUserShield },
] as const satisfies readonly { to: string; name: string; right: Right | null; Icon: unknown }[]

/** Whether a place is shown to someone who may do this and that. */
export const isOpen = ({ right }: { readonly right: Right | null }, may: May): boolean => right === null || may(right)
