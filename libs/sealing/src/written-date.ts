/** A civil date as a country writes it; `pattern` is `date` of a policy pack's marks. */
export function writtenDate(on: string, pattern = '{year}-{MM}-{DD}'): string {
  const [year = '', MM = '', DD = ''] = on.split('-');
  const values: Readonly<Record<string, string>> = { year, MM, DD, month: String(Number(MM)), day: String(Number(DD)) };
  return pattern.replace(/\{(\w+)\}/g, (blank, name: string) => values[name] ?? blank);
}
