/**
 * The test bed of the container tests: Payara Micro with the real resource adapters, the broker and
 * the database, on loopback, for archives under test to be deployed to by Arquillian.
 */
package io.chasqui.testbed;
