/** How people come to a campaign: each link names one, and channels are never pooled in silence. */
export const CHANNELS = {
  qr: 'QR-код на месте',
  site: 'сайт органа',
  portal: 'портал услуг',
  mail: 'рассылка',
  kiosk: 'терминал',
  mfc: 'стол МФЦ',
  widget: 'виджет на сайте',
  open: 'открытая ссылка',
} as const
export type Channel = keyof typeof CHANNELS
// The keys of a constant object are exactly its type's keys; Object.keys only says string.
export const ALL_CHANNELS = Object.keys(CHANNELS) as readonly Channel[]

/** Of the address of the campaign itself, without a link: whoever finds it answers. */
export const NO_LINK: Channel = 'open'
