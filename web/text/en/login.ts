import type { login as danish } from '../da/login.ts'
import type { Translated } from '../en.ts'

/** Text of the demo login. */
export const login: Translated<typeof danish> = {
  title: 'Choose a role',
  lead: 'The demo has roles instead of persons. Choose the one to see the service as.',
  refusedTitle: 'No sign-in has been set up',
  refusedText:
    "The service runs without demo data and without an organisation's sign-in. The open map is for everybody.",
  organisation: {
    signIn: 'Sign in',
    another: 'Sign in with another account',
    signedIn: 'You are signed in.',
    start: {
      title: "Sign in with your organisation's account",
      text: "You are sent to your organisation's sign-in and come back here.",
    },
    noRole: {
      title: 'Your account has no role here',
      text: 'You were recognised, but your account is not tied to a role in a region, a municipality or a clinic. Ask whoever administers sign-in in your organisation to give you access to Praksiskort.',
    },
    refused: {
      title: 'You were not signed in',
      text: 'Signing in was broken off or refused at your organisation. Try again.',
    },
    failed: {
      title: 'Signing in did not succeed',
      text: "The answer of your organisation's sign-in could not be used. That happens when signing in took too long or was opened in two tabs. Try again.",
    },
    unavailable: {
      title: 'Sign-in does not answer',
      text: "Your organisation's sign-in cannot be reached right now. The open map works meanwhile.",
    },
  },
  publicTitle: 'Public',
  publicText: 'Map, clinics and riding schools. No cases.',
  open: 'Continue without signing in',
  choose: 'Choose {{role}}, {{organisation}}',
  does: {
    secretariat: 'Opens cases, sends consultations, writes rulings',
    committee: 'Rules on cases',
    nationalCommittee: 'Rules on referred cases',
    municipality: 'Replies to consultations',
    clinic: 'Sees its own matters',
    planner: 'Sees capacity and tries scenarios',
    registrar: 'Records provider numbers and plans',
    public: 'Sees open data',
    system: 'The service itself',
  },
}
