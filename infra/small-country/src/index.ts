export type { DemoInstitution, DemoPerson } from './demo-person.ts';
export type { CountryPageOptions } from './pages/country-page.ts';
export { createCountryPage } from './pages/country-page.ts';
export { createIdentityProvider } from './sign-in/identity-provider.ts';
export type { IdentityProviderOptions, ProviderClient } from './sign-in/identity-provider-options.ts';
