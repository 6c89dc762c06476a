export { isProof, PROOF_BITS } from './proof.ts'
export { freshState, PLAIN, type Proof, type State, TOKEN_LIFE_MS, type View } from './state.ts'
export { type Tokens, tokensOf } from './token.ts'
