/** The oldest Node.js on which all dependencies run. */
const REQUIRED = [22, 19] as const

/** What to say where this Node.js is too old; `undefined` where it is not. */
export function checkNodeVersion(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > REQUIRED[0] || (major === REQUIRED[0] && minor >= REQUIRED[1])) return undefined
  return (
    `annuaire needs Node.js ${REQUIRED.join('.')} or newer; this is ${version}. Install a newer one from https://nodejs.org/.\n` +
    `annuaire demande Node.js ${REQUIRED.join('.')} ou plus récent\u00a0; voici ${version}. Installez-en un plus récent depuis https://nodejs.org/.`
  )
}
