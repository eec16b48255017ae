package canon.cpp.cloudservice.examples.springboot;

import canon.cpp.cloudservice.auth.AccessToken;
import canon.cpp.cloudservice.auth.TokenProvider;
import canon.cpp.cloudservice.membership.User;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Users of the site of the signed-in administrator. */
@RestController
class UserController {
  private final SignedInAdministrator administrator;

  UserController(SignedInAdministrator administrator) {
    this.administrator = administrator;
  }

  /**
   * Signs in with a token that the caller has obtained. A host with pages of its own uses the
   * authorization code flow of {@code SignInApp.begin} instead.
   */
  @PostMapping("/sign-in")
  void signIn(@RequestHeader("Authorization") String header, HttpServletRequest request) {
    String token = header.substring("Bearer ".length());
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    administrator.signIn(TokenProvider.fixed(AccessToken.of(token)));
  }

  @GetMapping("/users")
  List<String> users() {
    return administrator.view().users().list().stream().map(User::email).toList();
  }

  @PostMapping("/users")
  @ResponseStatus(HttpStatus.CREATED)
  String add(@RequestParam String email) {
    return administrator.view().users().add(email).execute().user().id();
  }
}
