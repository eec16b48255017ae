/** What the providers of one account's tokens have in common, people's and programs'. */
@NullMarked
package canon.cpp.cloudservice.signin.internal.account;

import org.jspecify.annotations.NullMarked;
