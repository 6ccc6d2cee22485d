/**
 * Header of a request that is meant for one company, by its id. A browser's windows share one session: what a page of one
 * company asks after another window has switched is refused with AUTH.COMPANY_CHANGED, and never done to the other company.
 */
export const COMPANY_HEADER = 'x-tenon-company';

/** Header of a request to the api whose answer's cookies reach no browser, as while a page is made: such a request prolongs no session. */
export const DROPS_COOKIES_HEADER = 'x-tenon-drops-cookies';
