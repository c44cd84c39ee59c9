// What is behind the parts for who asks, loaded together when the first of it is opened.
export { makeCheck, makeCurves } from './budget_details';
export { makeFrontier } from './frontier';
export { makeDrivers, makeFan, makeOwnRanges, makeShocks } from './uncertainty_details';
