/** The part of https://github.com/jsonstat/toolkit that tests use; it comes without types. */
declare module 'jsonstat-toolkit' {
  interface Dataset {
    readonly class: string | null
    readonly label: string
    Data(cell: Readonly<Record<string, string>>): {
      readonly value: number | null
      readonly status: string | null
    }
  }
  export default function JSONstat(response: object): Dataset
}
