import { convertMillimetersToTwip } from 'docx'

export const twips = (millimetres: number): number => Math.round(convertMillimetersToTwip(millimetres))
/** Word counts letters in half points. */
export const halfPoints = (points: number): number => Math.round(points * 2)
/** Pictures are measured in pixels of 1/96 inch. */
export const pixels = (millimetres: number): number => Math.round((millimetres / 25.4) * 96)
