/** An e-mail address as it is compared. */
export function normaliseEmail(text: string): string | undefined {
  const address = text.trim().toLowerCase()
  // RFC 5321, §4.5.3.1: 64 and 255 characters.
  if (address.length > 320) return undefined
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) ? address : undefined
}

/** A telephone number as it is compared: its digits, a French one without its prefix; no number that is a placeholder. */
export function normalisePhone(text: string): string | undefined {
  const digits = text.slice(0, 100).replace(/\(0\)/, '').replace(/\D/g, '')
  const national = digits.replace(/^(?:00)?33(?=\d{9}$)/, '0')
  if (national.length < 6) return undefined
  // 06 00 00 00 00: six equal digits at the end belong to nobody.
  return /(\d)\1{5}$/.test(national) ? undefined : national
}

/**
 * A web address as it is compared: host and path, with neither protocol, `www.`, query, fragment nor final slash. A
 * query is kept where there is no path: it then names the page.
 */
export function normaliseSite(text: string): string | undefined {
  if (text.length > 2_000) return undefined
  const address = /^https?:\/\//i.test(text.trim()) ? text.trim() : `https://${text.trim()}`
  if (!URL.canParse(address)) return undefined
  const { hostname, pathname, search } = new URL(address)
  const path = pathname.replace(/\/(?:index\.\w+)?$/, '')
  const host = hostname.replace(/^www\d?\./, '')
  return host.includes('.') ? `${host}${path}${path === '' ? search : ''}` : undefined
}
