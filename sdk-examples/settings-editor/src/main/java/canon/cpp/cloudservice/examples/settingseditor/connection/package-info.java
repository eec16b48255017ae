/** The connection to the cloud service: proxy, trust anchors, client, connection test. */
@NullMarked
package canon.cpp.cloudservice.examples.settingseditor.connection;

import org.jspecify.annotations.NullMarked;
