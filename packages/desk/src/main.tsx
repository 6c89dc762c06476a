import './shared/ui/mantine.css'
import './shared/ui/tokens.css'
import './shared/ui/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { watchTouches } from './shared/api/attended.ts'
import { startI18n } from './shared/i18n/index.ts'
import { shellTexts } from './shell/texts/index.ts'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no element #root')
watchTouches()
await startI18n(shellTexts)
createRoot(root).render(<App />)
