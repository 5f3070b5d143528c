package io.chasqui.web;

import io.chasqui.testbed.Bed;
import io.chasqui.web.api.problem.FailingResource;
import java.io.File;
import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A test against the real WAR in the real server, from outside. The server is one for all of them:
 * each makes clients and connectors of its own.
 */
@ArquillianTest
public abstract class Deployed {
  @ArquillianResource private URL base;

  /** As on Payara Micro, with a resource that fails in every way there is. */
  @Deployment(testable = false)
  public static WebArchive gateway() {
    return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/chasqui-web-micro.war"))
        .addClasses(FailingResource.class, FailingResource.Failure.class);
  }

  /** One browser or program, with cookies of its own and no credentials yet. */
  protected Caller nobody() {
    return new Caller(URI.create(base.toString()));
  }

  protected Caller administrator() {
    return nobody().withBasic("admin", Bed.ADMIN_PASSWORD);
  }
}
