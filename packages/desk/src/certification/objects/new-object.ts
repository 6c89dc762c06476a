import type { ObjectFields } from '@otklik/model/certification/api'

/** Services come from the register: what is added by hand is most often a service tool. */
export const NEW_OBJECT: ObjectFields = {
  name: '',
  kind: 'service_tool',
  authority: null,
  region: null,
  service: null,
  address: null,
  level: null,
  validFrom: null,
  validTo: null,
}
