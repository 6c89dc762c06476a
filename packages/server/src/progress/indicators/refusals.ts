import { share } from '@otklik/model/indicators'
import type { Share } from '@otklik/model/api'
import type { Counts } from '../cube/counts.ts'

/** Refused (4, 41) of decided (3, 40, 4, 41) requests, in percent: правила сертификации, приложение № 1. */
export const refusalShare = ({ refused, decided }: Counts): Share => share(refused, decided)
