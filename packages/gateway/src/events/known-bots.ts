/**
 * What programs call themselves that open pages and are no visitors: search
 * engines, previews of links, monitors, automation. Browsers have none of
 * these words, but `Cubot`, a phone, ends with one.
 */
const BOT =
  /(?<!cu)bot(?:\b|_)|crawl|spider|slurp|archiver|headless|lighthouse|pagespeed|prerender|phantomjs|puppeteer|playwright|selenium|webdriver|facebookexternalhit|meta-external|whatsapp\/|mediapartners-google|google-(?:inspectiontool|read-aloud|extended)|googleother|apis-google|feedfetcher|bingpreview|skypeuripreview|embedly|quora link preview|pingdom|uptime|statuscake|site24x7|newrelicpinger|datadog|gtmetrix|ptst\/|^(?:curl|wget|python|go-http-client|java|okhttp|axios|node|undici|libwww|ruby|php|httpie|postman|apache-httpclient)\b/i;

/** Whether a User-Agent is that of a known bot; one that is empty is too. */
export function isKnownBot(userAgent: string | undefined): boolean {
  return !userAgent?.trim() || BOT.test(userAgent);
}
