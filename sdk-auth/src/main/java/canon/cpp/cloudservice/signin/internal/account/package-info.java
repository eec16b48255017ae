/** What the providers of one account's tokens share, for users and workloads. */
@NullMarked
package canon.cpp.cloudservice.signin.internal.account;

import org.jspecify.annotations.NullMarked;
