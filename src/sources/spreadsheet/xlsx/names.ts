/**
 * Tells the local names of the elements in the namespace of the root, and `''` for foreign ones. The prefix of the
 * root is learnt from the first name, which must be that of the root.
 */
export function mainNames(): (name: string) => string {
  let prefix: string | undefined
  return name => {
    prefix ??= name.slice(0, name.indexOf(':') + 1)
    if (prefix === '') return name.includes(':') ? '' : name
    return name.startsWith(prefix) ? name.slice(prefix.length) : ''
  }
}

/** `xsd:boolean` */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}
