/** The transport seam: how requests reach a network, and how a host plugs in its own way. */
@NullMarked
package canon.cpp.cloudservice.http;

import org.jspecify.annotations.NullMarked;
