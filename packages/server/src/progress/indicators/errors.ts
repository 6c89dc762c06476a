import { share } from '@otklik/model/indicators'
import type { Share } from '@otklik/model/api'
import type { Counts } from '../cube/counts.ts'

/** Requests in error (22, 24, 30, 5) to those submitted, in percent: правила сертификации, приложение № 1. */
export const errorShare = ({ inError, submitted }: Counts): Share => share(inError, submitted)
