import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { catalogueOf } from './catalogue';
import { LOCALE_COOKIE, localeFrom } from './locale';

/** What next-intl asks once a request. */
export default getRequestConfig(async () => {
  const locale = localeFrom((await cookies()).get(LOCALE_COOKIE)?.value, (await headers()).get('accept-language'));
  return { locale, messages: await catalogueOf(locale), timeZone: 'UTC' };
});
